package dev.sarkhat.evaluation;

import java.util.Random;

/** The ways in which one text comes: with its half-spaces, without them, with spaces, or ragged. */
enum Spelling {
  HALF_SPACES {
    @Override
    String of(String text) {
      return text;
    }
  },
  JOINED {
    @Override
    String of(String text) {
      return text.replace("\u200C", "");
    }
  },
  SPACED {
    @Override
    String of(String text) {
      return text.replace('\u200C', ' ');
    }
  },
  /** Each boundary in its own way, letters and digits of both keyboards, vowel signs, tatweel. */
  NOISY {
    @Override
    String of(String text) {
      Random random = new Random(text.hashCode());
      StringBuilder noisy = new StringBuilder();
      for (int index = 0; index < text.length(); index++) {
        char character = text.charAt(index);
        noisy.append(
            character == '\u200C'
                ? BOUNDARIES[random.nextInt(BOUNDARIES.length)]
                : letter(character, random));
        boolean inside =
            isPersian(character) && index + 1 < text.length() && isPersian(text.charAt(index + 1));
        if (inside && random.nextInt(12) == 0) {
          noisy.append(MARKS[random.nextInt(MARKS.length)]);
        }
      }
      return noisy.toString();
    }
  };

  private static final String[] BOUNDARIES = {
    "\u200C", "", " ", "\u200C\u200C", "\u200B", "\u00AD", "\u00A0"
  };
  private static final String[] MARKS = {
    "\u064E", "\u0650", "\u0651", "\u0640", "\u0640\u0640", "\u200D"
  };

  /** The text in this spelling, always the same for the same text. */
  abstract String of(String text);

  private static char letter(char character, Random random) {
    if (character >= '۰' && character <= '۹') {
      return (char) (new char[] {'0', '\u0660', '\u06F0'}[random.nextInt(3)] + character - '۰');
    }
    boolean arabic = random.nextBoolean();
    return switch (character) {
      case 'ی' -> arabic ? '\u064A' : character;
      case 'ک' -> arabic ? '\u0643' : character;
      case 'آ' -> arabic ? 'ا' : character;
      case 'أ', 'إ' -> arabic ? 'ا' : character;
      case 'ؤ' -> arabic ? 'و' : character;
      case 'ئ' -> arabic ? 'ی' : character;
      default -> character;
    };
  }

  private static boolean isPersian(char character) {
    return character >= '\u0621' && character <= '\u06CC' && Character.isLetter(character);
  }
}
