package org.countywise.rooms.planted.plan;

import org.countywise.rooms.planted.definition.Written;

/** Planted: a plan made of what is written, as it may be. */
public record There(Written written) {}
