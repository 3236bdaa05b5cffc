package dev.sarkhat.menu;

import dev.sarkhat.section.Section;
import dev.sarkhat.section.SectionRepository;
import dev.sarkhat.tag.Tag;
import dev.sarkhat.tag.TagRepository;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hibernate.Session;

/** The sections and tags that a menu leads to, looked up with one statement each. */
final class MenuTargets {

  private static final String REST = "[^\\s\\p{Z}\\p{Cc}\\\\]*";
  private static final Pattern PATH = Pattern.compile("/(?!/)" + REST);
  private static final Pattern URL =
      Pattern.compile("https?://(?=[^/?#])" + REST, Pattern.CASE_INSENSITIVE);

  private final Session session;
  private final Map<String, Long> sections;
  private final Map<String, Long> tags;

  MenuTargets(
      Session session, SectionRepository sections, TagRepository tags, List<MenuLink> links) {
    Set<String> sectionSlugs = new HashSet<>();
    Set<String> tagSlugs = new HashSet<>();
    for (MenuLink link : links) {
      if (link.target() instanceof MenuTarget.Section section) {
        sectionSlugs.add(section.slug());
      } else if (link.target() instanceof MenuTarget.Tag tag) {
        tagSlugs.add(tag.slug());
      }
    }
    this.session = session;
    this.sections = sections.idsBySlug(sectionSlugs);
    this.tags = tags.idsBySlug(tagSlugs);
  }

  /**
   * Makes the link's row lead where its author said.
   *
   * @throws MenuContentException if that is nowhere, or where a link may not lead
   */
  void lead(MenuLink link) {
    MenuTarget target = link.target();
    if (target instanceof MenuTarget.Section section) {
      link.row().leadToSection(section(section.slug(), link));
    } else if (target instanceof MenuTarget.Tag tag) {
      link.row().leadToTag(tag(tag.slug(), link));
    } else if (target instanceof MenuTarget.Path path) {
      link.row().leadToPath(path(path.path(), link));
    } else if (target instanceof MenuTarget.Url url) {
      link.row().leadToUrl(url(url.url(), link));
    }
  }

  private Section section(String slug, MenuLink link) {
    Long id = sections.get(slug);
    if (id == null) {
      throw refused(link, "section", "There is no section \"" + slug + "\".");
    }
    return session.getReference(Section.class, id);
  }

  private Tag tag(String slug, MenuLink link) {
    Long id = tags.get(slug);
    if (id == null) {
      throw refused(link, "tag", "There is no tag \"" + slug + "\".");
    }
    return session.getReference(Tag.class, id);
  }

  private static String path(String path, MenuLink link) {
    if (!PATH.matcher(path).matches()) {
      throw refused(
          link, "path", "It must start with one slash and hold no white space and no backslash.");
    }
    return path;
  }

  private static String url(String url, MenuLink link) {
    if (!URL.matcher(url).matches()) {
      throw refused(
          link,
          "url",
          "It must be an http or https address with a host, without white space and backslash.");
    }
    return url;
  }

  private static MenuContentException refused(MenuLink link, String property, String detail) {
    return new MenuContentException(link.pointer() + "/" + property, detail);
  }
}
