package dev.sarkhat.search.lucene;

/**
 * What was found in one part of the index.
 *
 * @param documents the numbers of all that was found, ascending
 * @param count how many of the array are meant
 * @param others where more than half of the part was found, the numbers of all the rest, deleted
 *     documents too; else empty
 * @param isMost whether more than half was found, so that counting the others is less work
 */
@SuppressWarnings("ArrayRecordComponent") // made once for each part, and never compared
record Found(int[] documents, int count, int[] others, boolean isMost) {

  /**
   * Something found.
   *
   * @param outOf how many documents the part has, deleted ones too
   */
  static Found of(int[] documents, int count, int outOf) {
    if (count <= outOf / 2) {
      return new Found(documents, count, new int[0], false);
    }
    int[] others = new int[outOf - count];
    int other = 0;
    int expected = 0;
    for (int index = 0; index < count; index++) {
      while (expected < documents[index]) {
        others[other++] = expected++;
      }
      expected++;
    }
    while (expected < outOf) {
      others[other++] = expected++;
    }
    return new Found(documents, count, others, true);
  }
}
