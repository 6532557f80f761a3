-- A link's hash is written with the invitation, in one transaction with its mail, and read by sign-in alone.
GRANT INSERT (token_hash), UPDATE (token_hash) ON invitations TO walk_app;
--> statement-breakpoint
-- Leaving goes through the same gates as being removed; erasing oneself has its own.
DROP POLICY leave ON members;
