package org.countywise.sample;

import java.util.List;
import java.util.stream.Stream;

/** A village and the households that live there. */
record Community(Village village, List<HouseholdHistory> households) {

  Stream<Person> persons() {
    return households.stream().mapMulti((home, persons) -> home.persons().forEach(persons));
  }

  Stream<Person> labourers() {
    return persons().filter(Person::isLabourer);
  }

  /** The community with what happens to its households up to a month computed. */
  Community until(Month last) {
    households.forEach(home -> home.granted(last));
    return this;
  }
}
