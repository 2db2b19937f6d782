package org.countywise.rooms.planted.delivery;

/** Planted: a room whose explanation is too long. */
public record Explained(int lines) {}
