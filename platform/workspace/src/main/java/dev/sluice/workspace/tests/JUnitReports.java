package dev.sluice.workspace.tests;

import dev.sluice.workspace.PathPatterns;
import dev.sluice.workspace.TreeFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads JUnit XML reports. Whoever wrote the tests may have written the reports: no document types, no entities, no links, bounded
 * size.
 */
final class JUnitReports {

    private static final int MAX_FILES = 20_000;
    private static final long MAX_BYTES = 64L << 20;
    private static final int MAX_TESTS = 200_000;
    private static final int MAX_MESSAGE = 2_000;
    private static final int MAX_NAME = 500;

    private final List<String> passed = new ArrayList<>();
    private final List<FailedTest> failed = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private int skipped;

    private JUnitReports() {}

    static JUnitReports read(Path tree, PathPatterns where) {
        JUnitReports reports = new JUnitReports();
        long[] left = {MAX_BYTES};
        for (Path file : find(tree, where)) {
            try {
                left[0] -= Files.size(file);
                if (left[0] < 0) {
                    reports.problems.add("The test reports are larger than " + (MAX_BYTES >> 20) + " MB in all.");
                    break;
                }
                reports.readFile(file);
            } catch (IOException | XMLStreamException | RuntimeException e) {
                reports.problems.add("The test report " + tree.relativize(file) + " cannot be read: " + e.getMessage());
            }
        }
        reports.failed.sort(Comparator.comparing(FailedTest::name));
        reports.passed.sort(Comparator.naturalOrder());
        return reports;
    }

    static void delete(Path tree, PathPatterns where) {
        find(tree, where).forEach(file -> {
            try {
                Files.delete(file);
            } catch (IOException e) {
                throw new UncheckedIOException("An old test report cannot be deleted.", e);
            }
        });
    }

    private static List<Path> find(Path tree, PathPatterns where) {
        List<Path> files = new ArrayList<>();
        if (!where.globs().isEmpty()) {
            TreeFiles.visit(tree, (path, file) -> {
                if (where.matches(path)) {
                    files.add(file);
                }
                return files.size() < MAX_FILES;
            });
        }
        return files;
    }

    List<String> passed() {
        return passed;
    }

    List<FailedTest> failed() {
        return failed;
    }

    int skipped() {
        return skipped;
    }

    /** What could not be read; then the run cannot count as passed. */
    List<String> problems() {
        return problems;
    }

    private void readFile(Path file) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        try (InputStream stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            XMLStreamReader xml = factory.createXMLStreamReader(stream);
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new XMLStreamException("it has a document type, which a test report never has");
                }
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("testcase")) {
                    readCase(xml);
                }
            }
            xml.close();
        }
    }

    private void readCase(XMLStreamReader xml) throws XMLStreamException {
        String holder = attribute(xml, "classname");
        String simple = attribute(xml, "name");
        String name = shorten(holder.isEmpty() ? simple : simple.isEmpty() ? holder : holder + "." + simple, MAX_NAME);
        String failure = "";
        boolean broke = false;
        boolean left = false;
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                String element = xml.getLocalName();
                if (element.equals("failure") || element.equals("error")) {
                    failure = attribute(xml, "message") + "\n" + text(xml);
                    depth--;
                    broke = true;
                } else if (element.equals("skipped")) {
                    left = true;
                }
            }
        }
        if (passed.size() + failed.size() >= MAX_TESTS) {
            throw new XMLStreamException("it lists more than " + MAX_TESTS + " tests");
        }
        if (broke) {
            failed.add(new FailedTest(name, shorten(failure.strip(), MAX_MESSAGE)));
        } else if (left) {
            skipped++;
        } else {
            passed.add(name);
        }
    }

    /** Text up to the end of the element, of which only the beginning is kept. */
    private static String text(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if ((event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)
                    && text.length() < MAX_MESSAGE) {
                text.append(xml.getText());
            }
        }
        return text.toString();
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value.strip();
    }

    private static String shorten(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max) + "…";
    }
}
