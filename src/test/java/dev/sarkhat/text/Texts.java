package dev.sarkhat.text;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Strings for property tests, dense in the characters that text handling goes wrong with. */
public final class Texts extends DomainContextBase {

  private static final List<String> AWKWARD =
      List.of(
          "\u064A",
          "\u0649",
          "\u0643",
          "\u06CC",
          "\u06A9",
          "\uFEF1",
          "\uFBFE",
          "\uFED9",
          "\u0626",
          "\u0623",
          "\u0622",
          "\u0627",
          "\u0629",
          "\u06C0",
          "\u06D5",
          "\u0647",
          "\u0621",
          "\u0671",
          "\u0654",
          "\u0653",
          "\u0650",
          "\u064B",
          "\u0670",
          "\u0640",
          "\u0640\u0640",
          "\uFEFB",
          "\u200C",
          "\u200C\u200C",
          "\u200B",
          "\u200D",
          "\u200E",
          "\u200F",
          "\u202B",
          "\u202C",
          "\u2067",
          "\u2069",
          "\u061C",
          "\uFEFF",
          "\u00AD",
          "\u00A0",
          "\u202F",
          "\u3000",
          " ",
          "  ",
          "\n",
          "\r\n",
          "\r",
          "\t",
          "\u0085",
          "\u2028",
          "\u060C",
          "\u061B",
          ",",
          ".",
          ":",
          "-",
          "_",
          "#",
          "+",
          "|",
          "\u2026",
          "\u00AB",
          "\u00BB",
          "(",
          "\u061F",
          "1",
          "\u0661",
          "\u06F1",
          "a",
          "C",
          "\u00C9",
          "\u0301",
          "\u0130",
          "\u03A3",
          "\u1E9E",
          "\u0338",
          "\u0345",
          "\u00BD",
          "\uFB01",
          "\u1100",
          "\u1161",
          "\u11A8",
          "\u0995",
          "\u09CD",
          "\u0C95\u0CCD",
          "\u0600",
          "\u0000",
          "\u001C",
          "\u007F",
          "\u0085",
          "\uD83D",
          "\uDE00",
          "\uD83D\uDE00",
          "\uD83D\uDC68\u200D\uD83D\uDC69",
          "\uD83C\uDDEE\uD83C\uDDF7",
          "\uFE0F",
          "\u20E3",
          "\uFDD0",
          "\uFFFF",
          "\u0633\u0644\u0627\u0645",
          "\u0645\u06CC\u200C\u0631\u0648\u062F");

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> awkward = Arbitraries.of(AWKWARD);
    Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(3);
    return Arbitraries.frequencyOf(Tuple.of(6, awkward), Tuple.of(1, any))
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }
}
