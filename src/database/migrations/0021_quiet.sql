-- Between which minutes of the day (the chat's own) nothing comes by itself but the digest, which has its hour. Both null: at any time. May go over midnight.
alter table chats
  add column quiet_from int check (quiet_from between 0 and 1439),
  add column quiet_to int check (quiet_to between 0 and 1439),
  add check ((quiet_from is null) = (quiet_to is null));
