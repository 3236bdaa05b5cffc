package dev.sarkhat.ingest;

/** What a line of an import says, checked against all limits and with its text normalised. */
sealed interface ImportLine
    permits ArticleLine, ContributorLine, MenuLine, SectionLine, SourceLine, TagLine {}
