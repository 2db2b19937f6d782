package org.countywise.rooms.planted.rows.inner;

/** Planted: a room within a room. */
public record Deep(int value) {}
