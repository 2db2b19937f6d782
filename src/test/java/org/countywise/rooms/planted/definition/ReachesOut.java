package org.countywise.rooms.planted.definition;

import org.countywise.rooms.planted.plan.There;

/** Planted: a definition that knows its plan; with the plan, a cycle. */
public record ReachesOut(There plan) {}
