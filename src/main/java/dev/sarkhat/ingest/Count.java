package dev.sarkhat.ingest;

/** What an import counts, in the order in which its summary tells it. */
public enum Count {
  /** Lines that are not blank. */
  LINES_READ("lines read"),
  /** Articles that were not there before. */
  ARTICLES_CREATED("articles created"),
  /** Articles that have another revision now. */
  ARTICLES_UPDATED("articles updated"),
  /** Articles' lines that were taken before. */
  ARTICLES_UNCHANGED("articles unchanged"),
  /** Other lines that were taken before. */
  OTHERS_UNCHANGED("other lines unchanged"),
  /** Lines of which nothing was written. */
  LINES_REFUSED("lines refused"),
  /** Repairs of spelling that were made. */
  SPELLINGS_APPLIED("spellings repaired"),
  /** Repairs of spelling that are proposed. */
  SPELLINGS_PROPOSED("spellings proposed"),
  /** New sections. */
  SECTIONS_CREATED("sections created"),
  /** New tags. */
  TAGS_CREATED("tags created"),
  /** New sources. */
  SOURCES_CREATED("sources created"),
  /** New contributors. */
  CONTRIBUTORS_CREATED("contributors created"),
  /** Menus that say what their line says now. */
  MENUS_PUT("menus put"),
  /** Old paths that lead to their article now. */
  REDIRECTS_PUT("redirects put"),
  /** Articles that another names as related, joined with it. */
  RELATED_JOINED("related articles joined"),
  /** Related articles that have not arrived. */
  RELATED_AWAITED("related articles still awaited");

  private final String description;

  Count(String description) {
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
