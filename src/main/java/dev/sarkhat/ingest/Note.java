package dev.sarkhat.ingest;

/** What an import did with lines beyond what they say; its summary counts each. */
public enum Note {
  /** A new article has no publishing instant. */
  PUBLISHED_AT_MISSING("publishedAt was missing, taken as the time of import"),
  /** The publishing instant was told as a Jalali date only. */
  PUBLISHED_AT_JALALI("publishedAtJalali was taken, for publishedAt was missing"),
  /** A day without a time. */
  DATE_WITHOUT_TIME("date without a time, taken as midnight in Tehran"),
  /** The article has no section. */
  SECTION_MISSING("section was missing, put into \u00ABعمومی\u00BB"),
  /** The sender's own number stands for the source's. */
  ID_TAKEN("id was taken, for externalId was missing"),
  /** Nothing tells the article from another but its content. */
  NO_IDENTIFIER("neither externalId nor id, known by its content alone"),
  /** Tags came in one string. */
  TAGS_SPLIT("ragged string of tags, split"),
  /** Several tags of an article were one, spelled differently or repeated. */
  TAGS_MERGED("tags in several spellings, merged"),
  /** A tag was nothing but signs. */
  TAGS_LEFT_OUT("tags with neither a letter nor a digit, left out"),
  /** There was no search index to tell how the newsroom's articles spell. */
  SPELLED_WITHOUT_ARCHIVE("proofread without the newsroom's articles, by grammar alone");

  private final String description;

  Note(String description) {
    this.description = description;
  }

  /** Its name in the API. */
  String key() {
    return CamelCase.of(name());
  }

  /** English words for the summary. */
  public String description() {
    return description;
  }
}
