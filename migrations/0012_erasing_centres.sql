-- With an account its certificates go: without this index each account that is deleted reads every certificate of the Hub.
CREATE INDEX certificate_by_account ON certificate (account_id);
