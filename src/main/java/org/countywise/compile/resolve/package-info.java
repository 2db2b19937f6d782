/**
 * What every name in the definitions means: which view, measure or column it is, and what an
 * expression sees at its place. Rules and planners ask here and look nothing up themselves.
 */
package org.countywise.compile.resolve;
