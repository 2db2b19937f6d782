package org.countywise.definition;

/** A name people read. */
public record Title(@Key("the name in English") String en, @Key("the name in Chinese") String zh) {}
