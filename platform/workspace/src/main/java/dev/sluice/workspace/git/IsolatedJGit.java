package dev.sluice.workspace.git;

import java.io.File;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/** Keeps JGit, as {@link GitEnvironment} keeps git, away from the configuration of the machine and of the user. */
final class IsolatedJGit extends SystemReader.Delegate {

    private IsolatedJGit(SystemReader system) {
        super(system);
    }

    static synchronized void install() {
        if (!(SystemReader.getInstance() instanceof IsolatedJGit)) {
            SystemReader.setInstance(new IsolatedJGit(SystemReader.getInstance()));
        }
    }

    @Override
    public @Nullable String getenv(String variable) {
        return variable.startsWith("GIT_") ? null : super.getenv(variable);
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        return new Fixed(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        return new Fixed(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return new Fixed(parent, fs);
    }

    @Override
    public FileBasedConfig getUserConfig() {
        return new Fixed(null, FS.DETECTED);
    }

    @Override
    public FileBasedConfig getSystemConfig() {
        return new Fixed(null, FS.DETECTED);
    }

    @Override
    public FileBasedConfig getJGitConfig() {
        return new Fixed(null, FS.DETECTED);
    }

    /** Configuration that is in no file. */
    private static final class Fixed extends FileBasedConfig {

        @SuppressWarnings("NullAway") // JGit itself passes no file for a configuration that is not there
        Fixed(@Nullable Config parent, FS fs) {
            super(parent, (File) null, fs);
            setString("gc", null, "auto", "0");
            setString("core", null, "autocrlf", "false");
        }

        @Override
        public void load() throws ConfigInvalidException {
            // There is nothing to load.
        }

        @Override
        public void save() {
            // And nowhere to save it.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
