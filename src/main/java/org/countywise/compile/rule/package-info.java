/**
 * What definitions must fulfil before anything is planned: one class per rule, {@link
 * org.countywise.compile.rule.Rules#ALL} lists them. A rule adds problems, each with its place,
 * what is wrong and what to write instead; it keeps quiet about what another rule says.
 */
package org.countywise.compile.rule;
