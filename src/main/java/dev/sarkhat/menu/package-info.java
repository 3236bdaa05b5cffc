/**
 * Menus: the portal's navigation, as trees of links.
 *
 * <p>The decision embodied here: a link names a section or a tag by reference, so that it follows
 * when they move, and a menu is small and has one author, so it is written whole and read whole:
 * all menus with all their links in two statements.
 */
@NullMarked
package dev.sarkhat.menu;

import org.jspecify.annotations.NullMarked;
