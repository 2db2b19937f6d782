package org.countywise.sample;

import java.util.List;

/** A household and what happens to it month by month, computed once for all datasets. */
final class HouseholdHistory {
  private final Household household;
  private final List<Person> persons;
  private final boolean hasLabourer;
  private final Monthly<List<Work.Employed>> jobs;
  private final Monthly<List<Industry.Participation>> participations;
  private final Monthly<Account> accounts;
  private final Monthly<List<Answers.Answer>> answers;
  private final Monthly<List<Assistance.Given>> granted;

  HouseholdHistory(SyntheticPopulation people, Household household) {
    Sample.Settings settings = people.settings();
    this.household = household;
    this.persons = people.population().personsOf(household).toList();
    this.hasLabourer = persons.stream().anyMatch(Person::isLabourer);
    this.jobs = new Monthly<>(settings, month -> people.work().jobs(this, month));
    this.participations =
        new Monthly<>(settings, month -> people.industry().participationsOf(household, month));
    this.accounts = new Monthly<>(settings, month -> people.accounts().of(this, month));
    this.answers = new Monthly<>(settings, month -> people.answers().of(this, month));
    this.granted = new Monthly<>(settings, month -> people.assistance().granted(this, month));
  }

  Household household() {
    return household;
  }

  List<Person> persons() {
    return persons;
  }

  boolean hasLabourer() {
    return hasLabourer;
  }

  /** Who of the household works as what at the end of a month. */
  List<Work.Employed> jobs(Month month) {
    return jobs.of(month);
  }

  List<Industry.Participation> participations(Month month) {
    return participations.of(month);
  }

  Account account(Month month) {
    return accounts.of(month);
  }

  /** The answers of a month to the alerts of the month before. */
  List<Answers.Answer> answers(Month month) {
    return answers.of(month);
  }

  /** All help granted up to a month, some of which begins later. */
  List<Assistance.Given> granted(Month month) {
    return granted.of(month);
  }
}
