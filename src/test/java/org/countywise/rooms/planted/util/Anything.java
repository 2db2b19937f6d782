package org.countywise.rooms.planted.util;

/** Planted: an attic by its package. */
public record Anything(int value) {}
