# The bodies themselves stand in seeds/departments.tsv; here only the general words.
any: which department; which office; which bureau; what office
