package dev.sluice.workspace.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The objects of a mirror, read and written in this process: a git process for each would cost more than all other work on it. */
final class ObjectStore {

    static {
        IsolatedJGit.install();
    }

    private final Repository repository;

    ObjectStore(Path gitDirectory) throws IOException {
        repository = new FileRepositoryBuilder()
                .setGitDir(gitDirectory.toFile())
                .setBare()
                .build();
    }

    Repository repository() {
        return repository;
    }

    boolean has(String sha) {
        try {
            return repository.getObjectDatabase().has(ObjectId.fromString(sha));
        } catch (IOException e) {
            throw new GitFailure("The mirror cannot be read: " + e.getMessage(), e);
        }
    }

    String tree(String sha) {
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.parseTree(ObjectId.fromString(sha)).name();
        } catch (MissingObjectException e) {
            throw new GitFailure("The commit " + sha + " is not in the mirror.", e);
        } catch (IOException e) {
            throw new GitFailure("The mirror cannot be read: " + e.getMessage(), e);
        }
    }

    Optional<String> read(String sha, String path, int maxBytes) {
        ObjectId tree = ObjectId.fromString(tree(sha));
        try (ObjectReader reader = repository.newObjectReader();
                TreeWalk walk = TreeWalk.forPath(reader, path, tree)) {
            if (walk == null || (walk.getFileMode(0).getBits() & FileMode.TYPE_MASK) != FileMode.TYPE_FILE) {
                return Optional.empty();
            }
            ObjectLoader blob = reader.open(walk.getObjectId(0));
            try (InputStream content = blob.openStream()) {
                return Optional.of(new String(content.readNBytes(maxBytes), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new GitFailure("The mirror cannot be read: " + e.getMessage(), e);
        }
    }

    List<String> files(String sha) {
        ObjectId tree = ObjectId.fromString(tree(sha));
        List<String> files = new ArrayList<>();
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(tree);
            walk.setRecursive(true);
            while (walk.next()) {
                if (!FileMode.GITLINK.equals(walk.getFileMode(0))) {
                    files.add(walk.getPathString());
                }
            }
            return files;
        } catch (IOException e) {
            throw new GitFailure("The mirror cannot be read: " + e.getMessage(), e);
        }
    }

    String commit(String tree, List<String> parents, CommitMeta meta) {
        PersonIdent author = new PersonIdent(meta.authorName(), meta.authorEmail(), meta.when(), ZoneOffset.UTC);
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(ObjectId.fromString(tree));
        commit.setParentIds(parents.stream().map(ObjectId::fromString).toList());
        commit.setAuthor(author);
        commit.setCommitter(author);
        commit.setMessage(meta.message() + "\n");
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            return id.name();
        } catch (IOException e) {
            throw new GitFailure("The mirror cannot be written: " + e.getMessage(), e);
        }
    }
}
