/**
 * Persian text: what enters is normalised, what is shown is cut, dated and slugged.
 *
 * <p>Everything here is a pure function of its input, without Quarkus and without any other package
 * of the project, so that import, editing and search treat a word alike.
 */
@NullMarked
package dev.sarkhat.text;

import org.jspecify.annotations.NullMarked;
