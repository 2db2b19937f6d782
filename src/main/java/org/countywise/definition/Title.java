package org.countywise.definition;

/** A name people read, in English and in Chinese. */
public record Title(String en, String zh) {}
