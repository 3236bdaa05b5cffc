package dev.sarkhat.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamedParametersTest {

  @Test
  void namesBecomeQuestionMarksInTheirOrder() {
    NamedParameters named =
        NamedParameters.of("select :a1 from t where x=:rows and (y, z) < (:at, :a1)");
    assertEquals("select ? from t where x=? and (y, z) < (?, ?)", named.positional());
    assertEquals(List.of("a1", "rows", "at", "a1"), named.names());
  }

  @Test
  void aStatementWithoutNamesStaysAsItIs() {
    assertEquals(new NamedParameters("select 1", List.of()), NamedParameters.of("select 1"));
  }
}
