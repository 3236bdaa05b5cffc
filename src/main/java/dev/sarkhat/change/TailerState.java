package dev.sarkhat.change;

/** How far this process follows the change log. */
public enum TailerState {
  /** Every change that was committed more than a tick ago has been told to the listeners. */
  CURRENT,
  /** Not yet, or not any longer: the tailer is starting or has much to catch up with. */
  BEHIND,
  /** The database does not answer. */
  UNREACHABLE
}
