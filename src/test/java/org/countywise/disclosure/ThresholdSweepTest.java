package org.countywise.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.countywise.site.ThresholdSweep;
import org.junit.jupiter.api.Test;

/**
 * Whether readers of the report can tell a small number of households by what it says of other
 * thresholds, together with the alerts by county as they are published.
 */
class ThresholdSweepTest {
  private static final String JULY = "2020-07";
  private static final int TRIALS = 400;

  /** So many steps do not find everybody who raised an alert: what is left of them is no count. */
  private static final int STRICTER = 2;

  /**
   * Households of a rule in a month.
   *
   * @param raised alerts of the month by county
   * @param steps households at each threshold, the least first; whoever raised an alert is in the
   *     last three
   */
  private record World(List<Integer> raised, List<Long> steps) {

    static World of(Random random) {
      int size = random.nextBoolean() ? 9 : 60;
      List<Integer> raised =
          IntStream.range(0, HandMade.COUNTIES.size())
              .mapToObj(county -> random.nextInt(4) == 0 ? 0 : random.nextInt(size))
              .toList();
      long all = raised.stream().mapToLong(Integer::longValue).sum();
      long few = random.nextBoolean() ? 12 : 80;
      List<Long> steps = new ArrayList<>(List.of(all + random.nextLong(few)));
      for (int stricter = 0; stricter < STRICTER; stricter++) {
        steps.add(0, steps.get(0) - random.nextLong(Math.min(few, steps.get(0) + 1)));
      }
      for (int laxer = 0; laxer < 2; laxer++) {
        steps.add(steps.get(steps.size() - 1) + random.nextLong(few));
      }
      return new World(raised, steps);
    }

    ThresholdSweep sweep() {
      List<ThresholdSweep.Point> points = new ArrayList<>();
      steps.forEach(
          step -> points.add(new ThresholdSweep.Point(String.valueOf(points.size()), step)));
      return new ThresholdSweep("low_income", points);
    }
  }

  @Test
  void shouldTellNoSmallNumberTogetherWithTheAlertsByCounty() {
    Random random = new Random(20200701);
    int shown = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      World world = World.of(random);
      Protection protection =
          new HandMade()
              .count("raised")
              .rows("raised", JULY, "", world.raised().toArray(Integer[]::new))
              .protect();
      assertThat(protection.leaks()).isFalse();
      List<Long> nation = isShown(protection, "CN") ? List.of(sum(world, all())) : List.of();
      ThresholdSweep sweep =
          world.sweep().shown(HandMade.MIN, new ThresholdSweep.Known(nation, List.of()));
      if (!sweep.numbers().isEmpty()) {
        shown++;
        assertThat(nation).as("the nation's alerts are shown").isNotEmpty();
        derived(world, protection, sweep).forEach(number -> assertThat(isSmall(number)).isFalse());
      }
    }
    assertThat(shown).as("sweeps that are shown").isBetween(TRIALS / 20, TRIALS - TRIALS / 20);
  }

  /**
   * Every number that follows of two steps, or of one step and alerts of regions that are shown.
   */
  private static List<Long> derived(World world, Protection protection, ThresholdSweep sweep) {
    List<Long> derived = new ArrayList<>();
    List<Integer> counties =
        all().stream()
            .filter(county -> isShown(protection, HandMade.COUNTIES.get(county)))
            .toList();
    for (long step : sweep.numbers()) {
      sweep.numbers().forEach(other -> derived.add(step - other));
      derived.add(step);
      derived.add(step - sum(world, all()));
    }
    for (long step : sweep.numbers().subList(STRICTER, sweep.numbers().size())) {
      for (int subset = 0; subset < 1 << counties.size(); subset++) {
        int chosen = subset;
        derived.add(
            step
                - sum(
                    world,
                    IntStream.range(0, counties.size())
                        .filter(place -> (chosen >> place & 1) == 1)
                        .mapToObj(counties::get)
                        .toList()));
      }
    }
    return derived.stream().distinct().toList();
  }

  private static boolean isSmall(long number) {
    return number > 0 && number < HandMade.MIN;
  }

  private static boolean isShown(Protection protection, String region) {
    return !protection.hidden().containsKey(new PublishedCell.Key("raised", region, JULY, ""));
  }

  private static List<Integer> all() {
    return IntStream.range(0, HandMade.COUNTIES.size()).boxed().toList();
  }

  private static long sum(World world, List<Integer> counties) {
    return counties.stream().mapToLong(county -> world.raised().get(county)).sum();
  }
}
