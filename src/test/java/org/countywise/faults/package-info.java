/**
 * What becomes of runs to which something is done while they are at work: processes are killed,
 * disks fill up, files change. docs/reliability.md has the table of trials, and which of them these
 * tests repeat.
 */
package org.countywise.faults;
