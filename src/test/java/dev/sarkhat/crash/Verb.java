package dev.sarkhat.crash;

/** What a writer asks for. */
enum Verb {
  CREATE("createArticle"),
  CHANGE("changeArticle"),
  PUBLISH("publishArticle"),
  WITHDRAW("withdrawArticle"),
  RESTORE("restoreArticle");

  private final String operation;

  Verb(String operation) {
    this.operation = operation;
  }

  /** What history and audit log call it. */
  String operation() {
    return operation;
  }

  /** Where an article stands after it, given where it stood. */
  String statusAfter(String before) {
    return switch (this) {
      case CREATE -> "draft";
      case CHANGE -> before;
      case PUBLISH, RESTORE -> "published";
      case WITHDRAW -> "withdrawn";
    };
  }
}
