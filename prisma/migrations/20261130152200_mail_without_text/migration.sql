-- Mail that was settled loses its text after a while; what is still to be sent has one.
ALTER TABLE "mail" DROP CONSTRAINT "mail_text";
ALTER TABLE "mail" ADD CONSTRAINT "mail_text" CHECK ("text" <> '' OR "status" NOT IN ('queued', 'sending'));
