${title}: ${number} (${names?join(", ")})
