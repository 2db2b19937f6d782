package org.countywise.rooms.planted.definition;

/** Planted: what is written. */
public record Written(String title) {}
