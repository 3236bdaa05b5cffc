package dev.sarkhat.paging;

import java.util.function.UnaryOperator;

/** An answer that holds one page of a list. */
public interface Paged {

  /** What the page says of itself. */
  PageInfo page();

  /** The same answer with its cursor turned into the address of the next page. */
  Paged linked(UnaryOperator<String> link);
}
