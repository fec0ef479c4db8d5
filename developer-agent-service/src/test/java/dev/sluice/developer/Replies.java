package dev.sluice.developer;

/** Replies of a model for the project of {@link Upstream}. */
public final class Replies {

    public static final String GOOD = """
            I greet by name.

            greeting.py
            ```python
            <<<<<<< SEARCH
                return "Hello"
            =======
                return "Hello " + name
            >>>>>>> REPLACE
            ```

            test_greeting_name.py
            ```python
            import unittest
            from greeting import greeting

            class GreetingNameTest(unittest.TestCase):
                def test_names_the_person(self):
                    self.assertEqual("Hello Ada", greeting("Ada"))
            ```
            """;
    public static final String WRONG = GOOD.replace("\"Hello \" + name", "\"Hello\" + name");
    public static final String FIX = """
            The space was missing.

            greeting.py
            ```python
            <<<<<<< SEARCH
                return "Hello" + name
            =======
                return "Hello " + name
            >>>>>>> REPLACE
            ```
            """;

    private Replies() {}

    /** A reply that creates or replaces one file. */
    public static String file(String path, String content) {
        return "Here it is.\n\n" + path + "\n```\n" + content + "```\n";
    }

    /** A reply with one search/replace block. */
    public static String replace(String path, String search, String replacement) {
        return "Here it is.\n\n" + path + "\n```\n<<<<<<< SEARCH\n" + search + "\n=======\n" + replacement
                + "\n>>>>>>> REPLACE\n```\n";
    }
}
