ALTER TABLE "lines" ADD COLUMN "owner_id" uuid;--> statement-breakpoint
ALTER TABLE "lines" ADD CONSTRAINT "lines_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lines_owner" ON "lines" USING btree ("owner_id");