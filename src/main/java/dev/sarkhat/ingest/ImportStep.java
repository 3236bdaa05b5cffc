package dev.sarkhat.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The lines of a file that one transaction does.
 *
 * @param lines what can be taken
 * @param refused what cannot
 * @param upTo the number of the last line that is done with it, which may be blank
 */
record ImportStep(List<ReceivedLine> lines, List<RefusedLine> refused, long upTo) {

  ImportStep {
    lines = List.copyOf(lines);
    refused = List.copyOf(refused);
  }

  /** A line of which nothing is written. */
  record RefusedLine(long number, List<Refusal> refusals) {}

  /** The lines to be taken one by one, each with the refused ones that stand before it. */
  List<ImportStep> singly() {
    List<ImportStep> steps = new ArrayList<>();
    long after = 0;
    for (ReceivedLine line : lines) {
      steps.add(new ImportStep(List.of(line), refusedBetween(after, line.number()), line.number()));
      after = line.number();
    }
    if (after < upTo) {
      steps.add(new ImportStep(List.of(), refusedBetween(after, upTo), upTo));
    }
    return steps;
  }

  /** The same with its only line refused. */
  ImportStep refusing(String reason) {
    ReceivedLine line = lines.get(0);
    Refusal refusal = new Refusal(line.number(), line.externalId(), "", reason);
    return new ImportStep(
        List.of(),
        Stream.concat(refused.stream(), Stream.of(new RefusedLine(line.number(), List.of(refusal))))
            .sorted(Comparator.comparingLong(RefusedLine::number))
            .toList(),
        upTo);
  }

  private List<RefusedLine> refusedBetween(long after, long upTo) {
    return refused.stream().filter(each -> each.number() > after && each.number() <= upTo).toList();
  }
}
