package dev.sluice.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** Satisfied by classes whose package is described and null-marked. */
final class HavePackageInfo extends ArchCondition<JavaClass> {

    HavePackageInfo() {
        super("reside in a package with a package-info.java that is @NullMarked");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
        boolean described = item.getPackage()
                .tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
        events.add(new SimpleConditionEvent(
                item,
                described,
                item.getPackageName() + " has no package-info.java with @NullMarked (seen at " + item.getName() + ")"));
    }
}
