/** The columns the engine itself names, once, and how intermediate rows are kept. */
package org.countywise.table;
