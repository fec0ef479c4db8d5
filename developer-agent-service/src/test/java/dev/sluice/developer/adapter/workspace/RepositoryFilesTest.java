package dev.sluice.developer.adapter.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.developer.domain.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryFilesTest {

    @TempDir
    Path root;

    @TempDir
    Path outside;

    @Test
    void showsTextAndNeitherBinariesNorSecretsNorLargeFiles() throws IOException {
        write("src/a.py", "print(1)\n");
        write(".env", "PASSWORD=x");
        write("deploy/id_rsa", "key");
        write("big.txt", "x".repeat(300_000));
        Files.write(root.resolve("logo.png"), new byte[] {1, 0, 2});
        Files.write(root.resolve("latin1.txt"), new byte[] {(byte) 0xe4, 'x'});
        assertThat(RepositoryFiles.texts(root)).containsExactly(new SourceFile("src/a.py", "print(1)\n"));
    }

    @Test
    void followsNoLinkOutOfTheRepository() throws IOException {
        Files.writeString(outside.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(root.resolve("link.txt"), outside.resolve("secret.txt"));
        Files.createSymbolicLink(root.resolve("folder"), outside);
        assertThat(RepositoryFiles.texts(root)).isEmpty();
        assertThat(RepositoryFiles.text(root, "link.txt")).isEmpty();
        assertThat(RepositoryFiles.text(root, "folder/secret.txt")).isEmpty();
        assertThat(RepositoryFiles.text(root, "../" + outside.getFileName() + "/secret.txt"))
                .isEmpty();
    }

    private void write(String path, String content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
