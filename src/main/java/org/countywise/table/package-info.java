/** The columns the engine itself names, once. */
package org.countywise.table;
