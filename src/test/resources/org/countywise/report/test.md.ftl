# ${title}

`${title?no_esc}`
