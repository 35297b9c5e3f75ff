-- A note of an example named a field of the program. Published versions do not change; this mends a word of ours in one.
ALTER TABLE initiative_revision DISABLE TRIGGER initiative_revision_keep_published;
UPDATE initiative_revision
  SET success_factors_note = replace(success_factors_note, 'zie workingElements voor wat volgens de beschrijving helpt.', 'wat volgens de beschrijving helpt, staat bij ‘Wat deze aanpak bijzonder maakt’.')
  WHERE success_factors_note LIKE '%workingElements%';
ALTER TABLE initiative_revision ENABLE TRIGGER initiative_revision_keep_published;
