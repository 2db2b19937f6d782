package org.countywise.rooms;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.countywise.rooms.Rules.Complaints;

/** A condition that a class meets when there is no complaint about it. */
final class Complaining extends ArchCondition<JavaClass> {
  private final Complaints complaints;

  Complaining(String rule, Complaints complaints) {
    super(rule);
    this.complaints = complaints;
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    for (String complaint : complaints.about(type)) {
      events.add(SimpleConditionEvent.violated(type, complaint));
    }
  }
}
