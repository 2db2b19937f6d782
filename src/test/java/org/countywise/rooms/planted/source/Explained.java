package org.countywise.rooms.planted.source;

/** Planted: a room whose explanation is too long. */
public record Explained(int lines) {}
