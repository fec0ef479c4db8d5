package dev.sluice.workspace.git;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryCache.FileKey;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.eclipse.jgit.util.FS;

/**
 * Short cuts to a bare repository on this machine, for which git starts up to six processes. Each answers only when the case is
 * plain; whatever it leaves unanswered goes through git, which also finds the words for what is wrong.
 */
final class LocalRemote {

    private final Repository remote;

    private LocalRemote(Repository remote) {
        this.remote = remote;
    }

    static Optional<LocalRemote> at(String url) {
        IsolatedJGit.install();
        try {
            File path = url.startsWith("file://") ? new File(URI.create(url)) : new File(url);
            File directory = path.isAbsolute() ? FileKey.resolve(path, FS.DETECTED) : null;
            if (directory == null) {
                return Optional.empty();
            }
            Repository repository = new FileRepositoryBuilder()
                    .setGitDir(directory)
                    .setMustExist(true)
                    .build();
            // A working copy, and rules about what may be pushed, are git's business.
            boolean plain = repository.isBare()
                    && repository.getConfig().getNames("receive").isEmpty();
            return plain ? Optional.of(new LocalRemote(repository)) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    Optional<Head> head(String branch) {
        try {
            Ref ref = remote.exactRef(branch.isEmpty() ? "HEAD" : "refs/heads/" + Names.branch(branch));
            if (ref == null || ref.getObjectId() == null) {
                return Optional.empty();
            }
            String name = Repository.shortenRefName(ref.getLeaf().getName());
            return Optional.of(
                    new Head(branch.isEmpty() ? name : branch, ref.getObjectId().name()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether the branch is at the commit now. False says nothing about why not. */
    boolean push(ObjectStore mirror, String sha, String branch, String expectedOld) {
        try {
            ObjectId id = ObjectId.fromString(sha);
            Ref ref = remote.exactRef("refs/heads/" + branch);
            ObjectId now = ref == null || ref.getObjectId() == null ? ObjectId.zeroId() : ref.getObjectId();
            if (now.equals(id)) {
                return true;
            }
            ObjectId expected = expectedOld.isEmpty() ? ObjectId.zeroId() : ObjectId.fromString(expectedOld);
            return now.equals(expected) && copy(mirror, id, expected) && move(branch, id, expected);
        } catch (IOException e) {
            return false;
        }
    }

    /** Copies one commit whose parents are there. A branch that exists must be among the parents. */
    private boolean copy(ObjectStore mirror, ObjectId id, ObjectId expected) throws IOException {
        try (ObjectReader reader = mirror.repository().newObjectReader();
                RevWalk walk = new RevWalk(reader);
                ObjectInserter inserter = remote.newObjectInserter();
                TreeWalk trees = new TreeWalk(reader)) {
            RevCommit commit = walk.parseCommit(id);
            boolean forward = ObjectId.zeroId().equals(expected);
            if (commit.getParentCount() == 0) {
                return false;
            }
            for (RevCommit parent : commit.getParents()) {
                if (!remote.getObjectDatabase().has(parent)) {
                    return false;
                }
                forward |= parent.equals(expected);
                trees.addTree(walk.parseTree(parent));
            }
            int own = trees.addTree(commit.getTree());
            trees.setFilter(TreeFilter.ANY_DIFF);
            List<ObjectId> objects = new ArrayList<>(List.of(commit, commit.getTree()));
            while (trees.next()) {
                if (trees.getRawMode(own) != 0 && !FileMode.GITLINK.equals(trees.getFileMode(own))) {
                    objects.add(trees.getObjectId(own));
                }
                if (trees.isSubtree()) {
                    trees.enterSubtree();
                }
            }
            for (ObjectId object : objects.reversed()) { // what is named before what names it
                insert(reader, inserter, object);
            }
            inserter.flush();
            return forward;
        }
    }

    private void insert(ObjectReader from, ObjectInserter to, ObjectId id) throws IOException {
        if (!remote.getObjectDatabase().has(id)) {
            ObjectLoader object = from.open(id);
            to.insert(object.getType(), object.getBytes());
        }
    }

    private boolean move(String branch, ObjectId id, ObjectId expected) throws IOException {
        RefUpdate update = remote.updateRef("refs/heads/" + branch);
        update.setExpectedOldObjectId(expected);
        update.setNewObjectId(id);
        update.disableRefLog();
        return switch (update.forceUpdate()) {
            case NEW, FAST_FORWARD, FORCED, NO_CHANGE -> true;
            default -> false;
        };
    }
}
