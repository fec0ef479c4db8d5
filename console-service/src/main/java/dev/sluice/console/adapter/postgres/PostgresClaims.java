package dev.sluice.console.adapter.postgres;

import dev.sluice.console.application.Claims;
import org.springframework.jdbc.core.JdbcTemplate;

/** Claims as rows whose primary key settles every race. */
public final class PostgresClaims implements Claims {

    private final JdbcTemplate jdbc;

    public PostgresClaims(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Claim claim(String command, String subject, String digest, String by) {
        int inserted = jdbc.update(
                "insert into command_claim (command, subject, digest, claimed_by) values (?, ?, ?, ?) on conflict do nothing",
                command,
                subject,
                digest,
                by);
        if (inserted == 1) {
            return Claim.FIRST;
        }
        String held = jdbc.queryForObject(
                "select digest from command_claim where command = ? and subject = ?", String.class, command, subject);
        return digest.equals(held) ? Claim.SAME : Claim.OTHER;
    }
}
