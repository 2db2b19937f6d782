package org.countywise.sample;

import java.time.LocalDate;

/**
 * What a person does for a living in a month: where, since when, for how many of its days, for what
 * wage in fen.
 */
record Job(String channel, String workplace, LocalDate startedOn, int days, long wageFen) {}
