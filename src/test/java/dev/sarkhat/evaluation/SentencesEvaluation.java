package dev.sarkhat.evaluation;

import dev.sarkhat.text.lexeme.StopWords;
import dev.sarkhat.text.lexeme.Unit;
import java.io.IOException;
import java.util.*;
import org.junit.jupiter.api.*;

@Tag("evaluation")
class SentencesEvaluation {
  @Test
  void run() throws IOException {
    List<Sentence> sentences =
        java.nio.file.Files.readAllLines(
                java.nio.file.Path.of(
                    "/work/wt-lexemes/src/test/resources/evaluation/sentences.txt"))
            .stream()
            .map(Sentence::of)
            .toList();
    boolean heldOut = Boolean.getBoolean("held");
    Map<String, Set<String>> wrong = new TreeMap<>();
    List<Set<String>> contents = sentences.stream().map(Sentence::contents).toList();
    for (Engine engine : Engine.values()) {
      Figures single = new Figures();
      Figures multi = new Figures();
      for (Spelling documents : Spelling.values()) {
        Engine.Index index =
            engine.index(sentences.stream().map(s -> documents.of(s.text())).toList());
        for (Spelling queries : Spelling.values()) {
          Set<String> seen = new HashSet<>();
          for (int i = 0; i < sentences.size(); i++) {
            Sentence s = sentences.get(i);
            if (s.heldOut() != heldOut) continue;
            for (String word : s.words()) {
              if (!seen.add(word) || StopWords.contains(Unit.of(word).get(0))) continue;
              Set<Integer> must = new HashSet<>();
              Set<Integer> right = new HashSet<>();
              for (int d = 0; d < sentences.size(); d++) {
                if (sentences.get(d).has(word)) must.add(d);
                if (contents.get(d).contains(Sentence.content(word))) right.add(d);
              }
              List<Integer> found = index.search(queries.of(word));
              single.add(found, must, right);
              if (engine == Engine.LEXEMES) {
                for (int m : must)
                  if (!found.contains(m))
                    System.out.println(
                        "MISSED "
                            + documents
                            + " "
                            + queries
                            + " "
                            + queries.of(word)
                            + " in "
                            + documents.of(sentences.get(m).text()));
                for (int f : found)
                  if (!right.contains(f))
                    wrong
                        .computeIfAbsent(word, k -> new TreeSet<>())
                        .add(queries + ":" + sentences.get(f).text());
              }
            }
            for (int n = 2; n <= 4; n++)
              for (int from = 0; from + n <= s.words().size(); from++) {
                String q = String.join(" ", s.words().subList(from, from + n));
                List<Integer> found = index.search(queries.of(q));
                multi.add(found, Set.of(i), Set.of(i));
                if (engine == Engine.LEXEMES && !found.contains(i))
                  System.out.println(
                      "MISSED "
                          + documents
                          + " "
                          + queries
                          + " "
                          + queries.of(q)
                          + " in "
                          + documents.of(s.text()));
              }
          }
        }
      }
      System.out.printf(
          Locale.ROOT,
          "%s %d single missed %.4f r10 %.3f mrr %.3f prec %.3f | multi %d missed %.4f mrr %.3f prec %.3f%n",
          engine.label(),
          single.queries(),
          single.missed(),
          single.recallOnFirstPage(),
          single.meanReciprocalRank(),
          single.precision(),
          multi.queries(),
          multi.missed(),
          multi.meanReciprocalRank(),
          multi.precision());
    }
    wrong.forEach((w, ds) -> System.out.println("WRONG " + w + " -> " + ds));
  }
}
