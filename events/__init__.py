"""Where youths and employers meet: meetings, company visits, job-search trips and study visits."""
