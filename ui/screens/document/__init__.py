"""Screen Dokumen: plans of the agencies, the RPJMD/RPD, and the register of documents."""
