-- What staff typed before they were shown what it will do is kept as everything else they type and leave: in `typed`.
DROP TABLE cases_aheads;
