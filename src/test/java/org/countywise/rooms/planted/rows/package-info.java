/** Planted for the rules of the house. */
package org.countywise.rooms.planted.rows;
