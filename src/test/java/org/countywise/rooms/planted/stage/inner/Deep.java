package org.countywise.rooms.planted.stage.inner;

/** Planted: a room within a room. */
public record Deep(int value) {}
